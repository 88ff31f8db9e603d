// The other side of the tests: a client and a server on the stock Go ttrpc library, which knows no extension.
//
//	gopeers server                                          serves bench.Echo on a free port, prints it, ends with stdin
//	gopeers call ADDRESS SERVICE METHOD TIMEOUT_MS HEX      one call; prints "OK HEX" or "CODE MESSAGE"
//	gopeers follow ADDRESSES SERVICE METHOD MILLISECONDS IN_FLIGHT   echoes on one connection at a time; where it closes, the
//	                                                        next address; prints calls, failures and connections
//	gopeers load ADDRESS SERVICE METHOD STOP HEX   one call after another until the file STOP exists, connecting anew after a failure; prints "CALLS FAILED" and when each failed, and why
//	gopeers flood ADDRESS SERVICE METHOD CALLS HEX          the same call, many at once on one connection; prints "OK CALLS" or
//	                                                        the first failure
//	gopeers hammer ADDRESS SERVICE METHOD CALLS IN_FLIGHT SIZE   echoes of different payloads on one connection
//
// Connections speak TLS where GOPEER_CA names authorities, with the certificate of GOPEER_CERTIFICATE and GOPEER_KEY; calls
// carry the token GOPEER_TOKEN; the client's own address is GOPEER_FROM.
package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/containerd/ttrpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// A message that is its own encoding.
type raw struct{ bytes []byte }

func (r *raw) Reset()                          {}
func (r *raw) String() string                  { return "" }
func (r *raw) ProtoMessage()                   {}
func (r *raw) Size() int                       { return len(r.bytes) }
func (r *raw) Marshal() ([]byte, error)        { return r.bytes, nil }
func (r *raw) MarshalTo(p []byte) (int, error) { return copy(p, r.bytes), nil }
func (r *raw) Unmarshal(p []byte) error        { r.bytes = append([]byte(nil), p...); return nil }

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	check(err)
	return n
}

func main() {
	switch os.Args[1] {
	case "server":
		serve()
	case "call":
		call(os.Args[2:])
	case "follow":
		follow(os.Args[2:])
	case "load":
		load(os.Args[2:])
	case "flood":
		flood(os.Args[2:])
	case "hammer":
		hammer(os.Args[2:])
	default:
		log.Fatalf("unknown command %s", os.Args[1])
	}
}

func serve() {
	server, err := ttrpc.NewServer()
	check(err)
	method := func(answer func(ctx context.Context, request []byte) ([]byte, error)) ttrpc.Method {
		return func(ctx context.Context, unmarshal func(interface{}) error) (interface{}, error) {
			var message raw
			if err := unmarshal(&message); err != nil {
				return nil, err
			}
			reply, err := answer(ctx, message.bytes)
			return &raw{reply}, err
		}
	}
	server.Register("bench.Echo", map[string]ttrpc.Method{
		"Echo": method(func(_ context.Context, request []byte) ([]byte, error) { return request, nil }),
		"Fail": method(func(context.Context, []byte) ([]byte, error) {
			return nil, status.Error(codes.NotFound, "nothing here")
		}),
		"Wait": method(func(ctx context.Context, _ []byte) ([]byte, error) {
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-time.After(20 * time.Second):
				return nil, nil
			}
		}),
		"Metadata": method(func(ctx context.Context, request []byte) ([]byte, error) {
			value, _ := ttrpc.GetMetadataValue(ctx, string(request))
			return []byte(value), nil
		}),
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	log.Fatal(server.Serve(context.Background(), listener))
}

func connect(address string) (net.Conn, error) {
	dialer := &net.Dialer{}
	if from := os.Getenv("GOPEER_FROM"); from != "" {
		dialer.LocalAddr = &net.TCPAddr{IP: net.ParseIP(from)}
	}
	authorities := os.Getenv("GOPEER_CA")
	if authorities == "" {
		return dialer.Dial("tcp", address)
	}
	pem, err := os.ReadFile(authorities)
	check(err)
	config := &tls.Config{RootCAs: x509.NewCertPool()}
	if !config.RootCAs.AppendCertsFromPEM(pem) {
		log.Fatalf("no certificate in %s", authorities)
	}
	if path := os.Getenv("GOPEER_CERTIFICATE"); path != "" {
		certificate, err := tls.LoadX509KeyPair(path, os.Getenv("GOPEER_KEY"))
		check(err)
		config.Certificates = []tls.Certificate{certificate}
	}
	return tls.DialWithDialer(dialer, "tcp", address, config)
}

func dial(address string) *ttrpc.Client {
	connection, err := connect(address)
	check(err)
	return ttrpc.NewClient(connection)
}

func background() context.Context {
	ctx := context.Background()
	if token := os.Getenv("GOPEER_TOKEN"); token != "" {
		ctx = ttrpc.WithMetadata(ctx, ttrpc.MD{"authorization": {"Bearer " + token}})
	}
	return ctx
}

func call(args []string) {
	ctx := background()
	if timeout := number(args[3]); timeout > 0 {
		limited, cancel := context.WithTimeout(ctx, time.Duration(timeout)*time.Millisecond)
		defer cancel()
		ctx = limited
	}
	payload, err := hex.DecodeString(args[4])
	check(err)
	var answer raw
	err = dial(args[0]).Call(ctx, args[1], args[2], &raw{payload}, &answer)
	switch {
	case err == nil:
		fmt.Printf("OK %x\n", answer.bytes)
	case err == context.DeadlineExceeded:
		fmt.Println("TIMEOUT")
	default:
		fmt.Printf("%v %v\n", status.Code(err), status.Convert(err).Message())
	}
}

type link struct {
	client     *ttrpc.Client
	connection net.Conn
	failed     atomic.Bool
}

func follow(args []string) {
	addresses := strings.Split(args[0], ",")
	end := time.Now().Add(time.Duration(number(args[3])) * time.Millisecond)
	var lock sync.Mutex
	var current *link
	var next, connections int
	var calls, failures atomic.Int64
	connect := func() *link {
		lock.Lock()
		defer lock.Unlock()
		for current == nil || current.failed.Load() || hasEnded(current.connection) {
			connection, err := net.Dial("tcp", addresses[next%len(addresses)])
			if err != nil {
				next++
				time.Sleep(time.Millisecond)
				continue
			}
			current = &link{client: ttrpc.NewClient(connection), connection: connection}
			connections++
		}
		return current
	}
	var group sync.WaitGroup
	for worker := 0; worker < number(args[4]); worker++ {
		group.Add(1)
		go func() {
			defer group.Done()
			request := bytes.Repeat([]byte{7}, 200)
			for time.Now().Before(end) {
				link := connect()
				var answer raw
				calls.Add(1)
				if err := link.client.Call(context.Background(), args[1], args[2], &raw{request}, &answer); err != nil {
					failures.Add(1)
					link.failed.Store(true)
				}
			}
		}()
	}
	group.Wait()
	fmt.Printf("%d %d %d\n", calls.Load(), failures.Load(), connections)
}

func hammer(args []string) {
	calls, inFlight, size := number(args[3]), number(args[4]), number(args[5])
	client := dial(args[0])
	var group sync.WaitGroup
	for worker := 0; worker < inFlight; worker++ {
		group.Add(1)
		go func(worker int) {
			defer group.Done()
			for i := worker; i < calls; i += inFlight {
				request := bytes.Repeat([]byte{byte(i), byte(i >> 8)}, size/2)
				var answer raw
				check(client.Call(context.Background(), args[1], args[2], &raw{request}, &answer))
				if !bytes.Equal(request, answer.bytes) {
					log.Fatalf("call %d: another's answer", i)
				}
			}
		}(worker)
	}
	group.Wait()
	fmt.Printf("OK %d\n", calls)
}

func flood(args []string) {
	request, err := hex.DecodeString(args[4])
	check(err)
	client := dial(args[0])
	var group sync.WaitGroup
	for i := 0; i < number(args[3]); i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			check(client.Call(background(), args[1], args[2], &raw{request}, &raw{}))
		}()
	}
	group.Wait()
	fmt.Printf("OK %d\n", number(args[3]))
}

func load(args []string) {
	address, service, method, stop := args[0], args[1], args[2], args[3]
	request, err := hex.DecodeString(args[4])
	check(err)
	calls, failed, reasons := 0, 0, ""
	start := time.Now()
	for {
		connection, err := connect(address)
		check(err)
		client := ttrpc.NewClient(connection)
		for err == nil && !hasEnded(connection) {
			if _, missing := os.Stat(stop); missing == nil {
				fmt.Println(calls, failed, reasons)
				return
			}
			ctx, cancel := context.WithTimeout(background(), 20*time.Second)
			err = client.Call(ctx, service, method, &raw{request}, &raw{})
			cancel()
			calls++
		}
		if err != nil {
			failed++
			reasons += fmt.Sprintf("after %.1f s: %v; ", time.Since(start).Seconds(), err)
		}
		client.Close()
	}
}

// Whether the server's end of the connection has arrived. The library learns of it a moment later, when a goroutine of its
// own has read that far, and fails what is called in between; the socket knows at once.
func hasEnded(connection net.Conn) bool {
	if secure, ok := connection.(*tls.Conn); ok {
		connection = secure.NetConn()
	}
	socket, err := connection.(*net.TCPConn).SyscallConn()
	check(err)
	const closeWait = 8
	state := 0
	err = socket.Control(func(descriptor uintptr) {
		// The first byte of tcp_info is the state.
		info, err := syscall.GetsockoptInt(int(descriptor), syscall.IPPROTO_TCP, syscall.TCP_INFO)
		check(err)
		state = info & 0xff
	})
	// An error means that the library has closed the connection already.
	return err != nil || state == closeWait
}
