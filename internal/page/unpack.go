package page

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"

	"parley/internal/news"
)

// layers is how often a file may be compressed over.
const layers = 2

// unpack undoes gzip and gives the bytes inside with the name they would have had.
func unpack(name string, data []byte, limit int64) (inner []byte, innerName string, err error) {
	innerName = name
	for range layers {
		if int64(len(data)) > limit {
			return nil, "", tooLarge(name, limit)
		}
		if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
			break
		}
		if data, err = gunzip(name, data, limit); err != nil {
			return nil, "", err
		}
		innerName = trimGzip(innerName)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, "", news.Refuse("empty", "%s: nothing in it", name)
	}
	return data, innerName, nil
}

func tooLarge(name string, limit int64) error {
	return news.Refuse("too large", "%s: larger than %d bytes", name, limit)
}

func trimGzip(name string) string {
	if strings.HasSuffix(strings.ToLower(name), ".gz") {
		return name[:len(name)-3]
	}
	return name
}

// gunzip decompresses at most limit bytes.
func gunzip(name string, data []byte, limit int64) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, gzipFault(name, err)
	}
	out, err := io.ReadAll(io.LimitReader(z, limit+1))
	if err != nil {
		return nil, gzipFault(name, err)
	}
	if int64(len(out)) > limit {
		return nil, tooLarge(name, limit)
	}
	return out, nil
}

func gzipFault(name string, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return news.Refuse("truncated", "%s: gzip data ends too early", name)
	}
	return news.Refuse("undecodable", "%s: broken gzip data: %v", name, err)
}
