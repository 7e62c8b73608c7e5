#!/bin/sh
# Stands in for gcloud, heroku, docker, flyctl and vercel: answers what `datasette publish` asks them,
# notes each call, and keeps the folder that would be sent off.
call="$(basename "$0") $*"
printf '%s\n' "$call" >>"$KEPT/calls.txt"
case "$call" in
  "gcloud config get-value project") echo rehearsal ;;
  "heroku plugins") echo "heroku-builds 0.0.29" ;;
  "heroku apps:list"*) echo "[]" ;;
  "heroku apps:create"*) echo '{"name": "clippings"}' ;;
  "flyctl auth token"*) echo '{"token": "rehearsal"}' ;;
  "flyctl status"*)
    echo 'Could not find App "clippings"' >&2
    exit 1
    ;;
  "flyctl volumes list"*) echo "[]" ;;
  "gcloud builds submit"* | "heroku builds:create"* | "docker build"* | "flyctl deploy"* | "vercel --"*)
    cp -R . "$KEPT/context"
    ;;
esac
