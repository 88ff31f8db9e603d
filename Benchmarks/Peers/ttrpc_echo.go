// Echo server and load generator on the stock Go ttrpc library (Debian: golang-go, golang-github-containerd-ttrpc-dev).
//
//	GOPATH=/usr/share/gocode GO111MODULE=off go build -o ttrpc_echo ttrpc_echo.go
//	ttrpc_echo server ADDRESS
//	ttrpc_echo client ADDRESS SERVICE METHOD CALLS IN_FLIGHT CONNECTIONS [PAYLOAD_BYTES]
//
// The client sends opaque payload bytes, so any service whose method answers with what it was sent can be driven.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"sort"
	"strconv"
	"sync"
	"time"

	"github.com/containerd/ttrpc"
)

type raw struct{ bytes []byte }

func (r *raw) Reset()                           {}
func (r *raw) String() string                   { return "" }
func (r *raw) ProtoMessage()                    {}
func (r *raw) Size() int                        { return len(r.bytes) }
func (r *raw) Marshal() ([]byte, error)         { return r.bytes, nil }
func (r *raw) MarshalTo(p []byte) (int, error)  { return copy(p, r.bytes), nil }
func (r *raw) Unmarshal(p []byte) error         { r.bytes = append([]byte(nil), p...); return nil }

func number(i, otherwise int) int {
	if len(os.Args) <= i {
		return otherwise
	}
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		log.Fatal(err)
	}
	return n
}

func main() {
	if os.Args[1] == "server" {
		server, _ := ttrpc.NewServer()
		server.Register("bench.Echo", map[string]ttrpc.Method{
			"Echo": func(ctx context.Context, unmarshal func(interface{}) error) (interface{}, error) {
				var message raw
				return &message, unmarshal(&message)
			}})
		listener, err := net.Listen("tcp", os.Args[2])
		if err != nil {
			log.Fatal(err)
		}
		log.Fatal(server.Serve(context.Background(), listener))
	}
	service, method := os.Args[3], os.Args[4]
	calls, inFlight, connections, size := number(5, 0), number(6, 1), number(7, 1), number(8, 200)
	clients := make([]*ttrpc.Client, connections)
	for i := range clients {
		connection, err := net.Dial("tcp", os.Args[2])
		if err != nil {
			log.Fatal(err)
		}
		clients[i] = ttrpc.NewClient(connection)
	}
	payload := &raw{make([]byte, size)}
	micros := make([]float64, calls/inFlight*inFlight)
	var group sync.WaitGroup
	began := time.Now()
	for worker := 0; worker < inFlight; worker++ {
		group.Add(1)
		go func(worker int) {
			defer group.Done()
			for i := worker; i < len(micros); i += inFlight {
				var answer raw
				t := time.Now()
				if err := clients[worker%connections].Call(context.Background(), service, method, payload, &answer); err != nil {
					log.Fatal(err)
				}
				if len(answer.bytes) != size {
					log.Fatalf("sent %d bytes, got %d", size, len(answer.bytes))
				}
				micros[i] = float64(time.Since(t).Nanoseconds()) / 1e3
			}
		}(worker)
	}
	group.Wait()
	seconds := time.Since(began).Seconds()
	sort.Float64s(micros)
	fmt.Printf("{\"calls_per_s\": %.0f, \"p50_us\": %.1f, \"p99_us\": %.1f}\n",
		float64(len(micros))/seconds, micros[len(micros)/2], micros[len(micros)*99/100])
}
