"""What an article's page is made of."""
