#!/bin/sh
# Make a disk image of dist/Listo.app, signed by LISTO_IDENTITY where that is set. Not run yet: it needs a Mac.
set -eu
cd "$(dirname "$0")/../.."
app=dist/Listo.app
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' gui/listo/__init__.py)
image=dist/listo-$version-macos-$(uname -m).dmg

# Without an identity "-" signs for nobody: Apple's processors start nothing that has no signature at all.
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
    ${LISTO_IDENTITY:+--timestamp} --sign "${LISTO_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "Listo $version" -srcfolder "$folder" -format UDZO -ov "$image"
if [ -n "${LISTO_IDENTITY:-}" ]; then
    codesign --sign "$LISTO_IDENTITY" --timestamp "$image"
fi
echo "$image"
