module usegolib.internal/bridge

go 1.26
