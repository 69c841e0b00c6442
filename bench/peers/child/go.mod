module usegolib.internal/bench-child

go 1.26

require usegolib.internal/bench v0.0.0

replace usegolib.internal/bench => ../../gomod
