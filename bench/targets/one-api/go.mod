module bench

go 1.26

require (
	github.com/pkoukk/tiktoken-go-loader v0.0.2
	github.com/songquanpeng/one-api v0.6.10
)
