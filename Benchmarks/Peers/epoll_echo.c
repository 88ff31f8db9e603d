// An echo server in C, as lean as a program at a socket can be: what the kernel alone costs.
//
//	cc -O2 -pthread -o epoll_echo epoll_echo.c
//	epoll_echo PORT [LOOPS]
//
// It listens on 127.0.0.1 and speaks just enough of schema/WIRE.md to answer unary calls of any method with their payload: a
// frame is at most 8 KiB, deadlines and metadata are skipped, anything else ends the connection. Connections are dealt to
// the loops in turn; each loop waits, reads once, and writes the answers of that read at once: three system calls.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { HEADER = 10, LARGEST = 8 << 10, READ = 64 << 10, EVENTS = 256, LOOPS = 64 };

struct connection {
  int socket;
  size_t held; // of a frame whose rest has not come
  uint8_t part[HEADER + LARGEST];
};

// The varint at *at, before end; moves *at behind it. Returns 0 where there is none.
static int varint(const uint8_t **at, const uint8_t *end, uint64_t *value) {
  *value = 0;
  for (int shift = 0; *at < end && shift < 64; shift += 7) {
    uint8_t byte = *(*at)++;
    *value |= (uint64_t)(byte & 0x7f) << shift;
    if (byte < 0x80) return 1;
  }
  return 0;
}

// The payload of a ttrpc.Request. Returns 0 for what is none.
static int payload(const uint8_t *at, const uint8_t *end, const uint8_t **found, size_t *size) {
  *size = 0;
  while (at < end) {
    uint64_t tag, value;
    if (!varint(&at, end, &tag) || !varint(&at, end, &value)) return 0;
    if ((tag & 7) == 0) continue;
    if ((tag & 7) != 2 || value > (uint64_t)(end - at)) return 0;
    if (tag >> 3 == 3) *found = at, *size = value;
    at += value;
  }
  return 1;
}

static uint8_t *put(uint8_t *out, uint64_t value) {
  for (; value >= 0x80; value >>= 7) *out++ = (uint8_t)value | 0x80;
  *out++ = (uint8_t)value;
  return out;
}

// Answers the whole frames of input. Returns how much of it they are, or -1 for what is not understood.
static ssize_t answer(const uint8_t *input, size_t count, uint8_t *output, size_t *written) {
  size_t at = 0;
  uint8_t *out = output;
  while (count - at >= HEADER) {
    const uint8_t *frame = input + at;
    uint32_t length;
    memcpy(&length, frame, 4);
    length = ntohl(length);
    if (length > LARGEST || frame[8] != 1 || frame[9] != 0) return -1;
    if (count - at - HEADER < length) break;
    const uint8_t *bytes = NULL;
    size_t size;
    if (!payload(frame + HEADER, frame + HEADER + length, &bytes, &size)) return -1;
    uint8_t *body = out + HEADER, *end = body;
    *end++ = 2 << 3 | 2;
    end = put(end, size);
    if (size) memcpy(end, bytes, size);
    end += size;
    uint32_t answered = htonl((uint32_t)(end - body));
    memcpy(out, &answered, 4);
    memcpy(out + 4, frame + 4, 4);
    out[8] = 2;
    out[9] = 0;
    out = end;
    at += HEADER + length;
  }
  *written = (size_t)(out - output);
  return (ssize_t)at;
}

static int send_all(int socket, const uint8_t *bytes, size_t count) {
  while (count) {
    ssize_t sent = send(socket, bytes, count, MSG_NOSIGNAL);
    if (sent < 0 && errno == EAGAIN) {
      struct pollfd full = {socket, POLLOUT, 0};
      poll(&full, 1, -1);
      continue;
    }
    if (sent < 0) return 0;
    bytes += sent;
    count -= (size_t)sent;
  }
  return 1;
}

// Returns 0 when the connection has ended.
static int serve(struct connection *from, uint8_t *input, uint8_t *output) {
  memcpy(input, from->part, from->held);
  ssize_t got = recv(from->socket, input + from->held, READ, 0);
  if (got < 0) return errno == EAGAIN;
  if (got == 0) return 0;
  size_t count = from->held + (size_t)got, written;
  ssize_t used = answer(input, count, output, &written);
  if (used < 0 || !send_all(from->socket, output, written)) return 0;
  from->held = count - (size_t)used;
  memcpy(from->part, input + used, from->held);
  return 1;
}

static void *loop(void *queue) {
  int poller = (int)(intptr_t)queue;
  // An answer is shorter than its request, which names a service.
  uint8_t *input = malloc(HEADER + LARGEST + READ), *output = malloc(HEADER + LARGEST + READ + READ);
  struct epoll_event events[EVENTS];
  if (!input || !output) abort();
  for (;;) {
    int count = epoll_wait(poller, events, EVENTS, -1);
    for (int i = 0; i < count; i++) {
      struct connection *connection = events[i].data.ptr;
      if (serve(connection, input, output)) continue;
      close(connection->socket);
      free(connection);
    }
  }
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

int main(int count, char **words) {
  if (count < 2) return fprintf(stderr, "usage: epoll_echo PORT [LOOPS]\n"), 64;
  int loops = count > 2 ? atoi(words[2]) : 2, on = 1, pollers[LOOPS];
  if (loops < 1 || loops > LOOPS) return fprintf(stderr, "epoll_echo: 1 to %d loops\n", LOOPS), 64;
  for (int i = 0; i < loops; i++) {
    pthread_t thread;
    pollers[i] = epoll_create1(EPOLL_CLOEXEC);
    if (pollers[i] < 0 || pthread_create(&thread, NULL, loop, (void *)(intptr_t)pollers[i])) fail("cannot start a loop");
  }
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(words[1])),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1024)) fail("cannot listen");
  for (unsigned next = 0;; next++) {
    int accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (accepted < 0) continue;
    setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct connection *connection = calloc(1, sizeof *connection);
    if (!connection) fail("no memory");
    connection->socket = accepted;
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
    if (epoll_ctl(pollers[next % (unsigned)loops], EPOLL_CTL_ADD, accepted, &event)) fail("cannot watch a connection");
  }
}
