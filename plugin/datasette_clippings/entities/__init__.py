"""What an entity's page is made of."""
