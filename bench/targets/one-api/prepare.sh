# Builds the program, without its pages, and lays ready the vocabularies that it would fetch from elsewhere when it starts.
set -eu

go build -mod=mod -o one-api github.com/songquanpeng/one-api
go mod download github.com/pkoukk/tiktoken-go-loader

mkdir tiktoken
assets=$(go list -m -f '{{.Dir}}' github.com/pkoukk/tiktoken-go-loader)/assets
for name in cl100k_base o200k_base; do
    hash=$(printf %s "https://openaipublic.blob.core.windows.net/encodings/$name.tiktoken" | sha1sum | cut -d ' ' -f 1)
    cp "$assets/$name.tiktoken" "tiktoken/$hash"
done
