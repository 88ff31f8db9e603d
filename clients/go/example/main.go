// Asks Entente, and fetches and follows its snapshots, with the stock ttrpc library.
//
//	example search ADDRESS QUERY     the best documents
//	example fetch ADDRESS FILE       the newest snapshot of a feed
//	example follow ADDRESS FILE      each new one, until it is stopped
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	v1 "entente/v1"

	"github.com/containerd/ttrpc"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/status"
)

// The end of a snapshot file: the SHA-256 of all bytes before it stands at its byte 16.
const footerSize = 56

func main() {
	log.SetFlags(0)
	if len(os.Args) < 4 {
		log.Fatal("usage: example search|fetch|follow ADDRESS QUERY|FILE")
	}
	var err error
	switch os.Args[1] {
	case "search":
		err = search(os.Args[2], strings.Join(os.Args[3:], " "))
	case "fetch":
		_, err = fetch(os.Args[2], os.Args[3], "")
	case "follow":
		follow(os.Args[2], os.Args[3])
	default:
		err = fmt.Errorf("unknown command %q", os.Args[1])
	}
	if err != nil {
		explain(err)
		os.Exit(1)
	}
}

// Prints why a call failed: for people, and for programs the reason and details that schema/WIRE.md lists.
func explain(err error) {
	failure, isStatus := status.FromError(err)
	if !isStatus {
		log.Print(err)
		return
	}
	log.Print(failure.Message())
	for _, detail := range failure.Details() {
		if info, isInfo := detail.(*errdetails.ErrorInfo); isInfo {
			log.Printf("%s %q", info.Reason, info.Metadata)
		}
	}
}

// Makes calls on a connection of its own.
func withClient(address string, body func(*ttrpc.Client, context.Context) error) error {
	connection, err := net.DialTimeout("tcp", address, 3*time.Second)
	if err != nil {
		return err
	}
	client := ttrpc.NewClient(connection)
	defer client.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return body(client, ctx)
}

func search(address, query string) error {
	return withClient(address, func(client *ttrpc.Client, ctx context.Context) error {
		var answer v1.SearchResponse
		if err := client.Call(ctx, "entente.v1.Query", "Search", &v1.SearchRequest{Query: query, PageSize: 5}, &answer); err != nil {
			return err
		}
		for _, hit := range answer.Hits {
			fmt.Println(hit.Document.Id, hit.Document.Title)
		}
		return nil
	})
}

// Brings the newest snapshot, unless it is the one that is known, and puts it at its path in one step once it is checked.
func fetch(address, path, known string) (string, error) {
	var newest *v1.Publication
	err := withClient(address, func(client *ttrpc.Client, ctx context.Context) error {
		var answer v1.DescribeFeedResponse
		if err := client.Call(ctx, "entente.v1.Feed", "Describe", &v1.DescribeFeedRequest{}, &answer); err != nil {
			return err
		}
		if len(answer.Publications) > 0 {
			newest = answer.Publications[0]
		}
		return nil
	})
	if err != nil || newest == nil || newest.SnapshotId == known {
		return known, err
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".fetch-*")
	if err != nil {
		return known, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if err := read(address, newest, file); err != nil {
		return known, err
	}
	if err := verify(file, newest); err != nil {
		return known, err
	}
	if err := file.Sync(); err != nil {
		return known, err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return known, err
	}
	fmt.Println("generation", newest.Generation, newest.Size_, "bytes", newest.SnapshotId[:12])
	return newest.SnapshotId, nil
}

// Reads chunk by chunk, resuming where a connection broke.
func read(address string, snapshot *v1.Publication, file *os.File) error {
	offset, failures := uint64(0), 0
	for offset < snapshot.Size_ {
		before := offset
		err := withClient(address, func(client *ttrpc.Client, ctx context.Context) error {
			for offset < snapshot.Size_ {
				var chunk v1.FetchResponse
				request := &v1.FetchRequest{SnapshotId: snapshot.SnapshotId, Offset: offset}
				if err := client.Call(ctx, "entente.v1.Feed", "Read", request, &chunk); err != nil {
					return err
				}
				if chunk.Offset != offset || len(chunk.Data) == 0 {
					return fmt.Errorf("the feed sent other bytes than were asked for")
				}
				if _, err := file.Write(chunk.Data); err != nil {
					return err
				}
				offset += uint64(len(chunk.Data))
			}
			return nil
		})
		if err == nil {
			continue
		}
		if failures++; offset > before {
			failures = 0
		}
		if failures > 10 {
			return err
		}
		time.Sleep(time.Duration(100+50*failures) * time.Millisecond)
	}
	return nil
}

// Checks every byte against the id.
func verify(file *os.File, snapshot *v1.Publication) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	hash := sha256.New()
	if _, err := io.CopyN(hash, file, int64(snapshot.Size_)-footerSize); err != nil {
		return err
	}
	footer, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	id := hex.EncodeToString(hash.Sum(nil))
	if id != snapshot.SnapshotId || len(footer) != footerSize || hex.EncodeToString(footer[16:48]) != id {
		return fmt.Errorf("what was sent is not the snapshot %s", snapshot.SnapshotId)
	}
	return nil
}

func follow(address, path string) {
	known := ""
	for {
		id, err := fetch(address, path, known)
		if err != nil {
			log.Println(err)
		}
		known = id
		time.Sleep(time.Second)
	}
}
