package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// size is a number of bytes, written as 33554432, 32MiB or 32M.
type size int64

// UnmarshalText reads a size.
func (s *size) UnmarshalText(b []byte) error {
	digits := strings.TrimRight(string(b), " BbIiKkMmGg")
	unit, ok := units[strings.ToUpper(strings.TrimSpace(string(b)[len(digits):]))]
	n, err := strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil || n <= 0 || n > math.MaxInt64/unit {
		return fmt.Errorf("%q is no size: give a number of bytes above zero, such as 33554432 or 32MiB", b)
	}
	*s = size(n * unit)
	return nil
}

// units are powers of 1024, whichever way they are written.
var units = map[string]int64{
	"": 1, "B": 1, "K": 1 << 10, "KB": 1 << 10, "KIB": 1 << 10, "M": 1 << 20, "MB": 1 << 20, "MIB": 1 << 20,
	"G": 1 << 30, "GB": 1 << 30, "GIB": 1 << 30,
}
