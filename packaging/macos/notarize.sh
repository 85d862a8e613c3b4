#!/bin/sh
# Have Apple look at the disk image, and put its word into it. Not run yet: it needs a Mac and an account there.
# LISTO_NOTARY: JSON with `key` (the text of the .p8 file), `key_id` and `issuer`, of App Store Connect.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
umask 077
field() { printf '%s' "$LISTO_NOTARY" | python3 -c "import json, sys; print(json.load(sys.stdin)['$1'])"; }
field key > "$folder/key.p8"
for image in dist/*.dmg; do
    xcrun notarytool submit "$image" --key "$folder/key.p8" --key-id "$(field key_id)" \
        --issuer "$(field issuer)" --wait
    xcrun stapler staple "$image"
done
