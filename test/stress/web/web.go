// Package web needs what a linker for another system finds hardest: name lookup, TLS and the system's certificates.
package web

import (
	"crypto/x509"
	"io"
	"net/http"
	"os/user"
)

// Get fetches a page.
func Get(url string) (string, error) {
	res, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return string(body), err
}

// Trusts tells whether the system trusts a certificate.
func Trusts(der []byte) (bool, error) {
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return false, err
	}
	_, err = cert.Verify(x509.VerifyOptions{})
	return err == nil, nil
}

// Me is the name of the user.
func Me() (string, error) {
	u, err := user.Current()
	if err != nil {
		return "", err
	}
	return u.Username, nil
}
