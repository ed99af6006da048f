# Tells the running program of the upstream.
set -eu

answer=$(curl --silent --show-error --fail http://127.0.0.1:${port}/api/channel/ \
    --header 'Authorization: 0123456789abcdef0123456789abcdef' --header 'Content-Type: application/json' \
    --data '{"type": 1, "name": "stub", "key": "sk-bench", "base_url": "http://127.0.0.1:${stub}", "models": "tts-1", "group": "default"}')
echo "$answer"
case "$answer" in
    *'"success":true'*) ;;
    *) exit 1 ;;
esac
