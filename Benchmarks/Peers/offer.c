// Offers calls to a ttrpc server at a steady rate, whatever it answers, as a crowd of callers does.
//
//	cc -O2 -o offer offer.c
//	offer PORT FRAMES CONNECTIONS RATE:SECONDS...
//
// FRAMES is a file of request frames back to back (schema/WIRE.md), which are sent one after another, again and again, dealt
// to the connections in turn, with stream ids of their own. Prints a line of JSON for each RATE:SECONDS: what became of the
// calls that were due in it, and how long after they were sent. A call that has no answer five seconds after the end is lost.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { HEADER = 10, READ = 1 << 20, PHASES = 16, CONNECTIONS = 1024, LARGEST = 4 << 20, RESOURCE_EXHAUSTED = 8 };

struct call {
  int64_t sent;
  uint32_t phase;
  uint32_t isOpen;
};

struct connection {
  int socket;
  struct call *calls; // by stream, from 1 in steps of 2
  size_t count, room;
  uint8_t *output; // what the socket has not taken
  size_t unsent, outputRoom;
  uint8_t *input; // a frame whose rest has not come
  size_t held, inputRoom;
  int waitsForRoom;
};

struct times {
  double *values;
  size_t count, room;
};

struct phase {
  double rate, seconds, late;
  size_t sent, failed, open;
  struct times answered, refused;
};

static struct connection connections[CONNECTIONS];
static struct phase phases[PHASES];
static int poller, connectionCount, phaseCount;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void *grow(void *old, size_t *room, size_t wanted, size_t size) {
  if (wanted <= *room) return old;
  *room = wanted + wanted / 2 + 64;
  void *new = realloc(old, *room * size);
  if (!new) err(1, "no memory");
  return new;
}

static void add(struct times *to, double value) {
  to->values = grow(to->values, &to->room, to->count + 1, sizeof *to->values);
  to->values[to->count++] = value;
}

// The code in a response envelope: 0 unless it begins with a status that begins with a code.
static int code(const uint8_t *frame, size_t length) {
  return length > 3 && frame[0] == (1 << 3 | 2) && frame[2] == 1 << 3 ? frame[3] : length && frame[0] == (1 << 3 | 2) ? 2 : 0;
}

static void finish(struct connection *from, const uint8_t *frame, size_t length, int64_t at) {
  uint32_t stream;
  memcpy(&stream, frame + 4, 4);
  size_t place = ntohl(stream) / 2;
  if (frame[8] != 2 || place >= from->count || !from->calls[place].isOpen) errx(1, "an answer to no call");
  struct call *call = &from->calls[place];
  struct phase *phase = &phases[call->phase];
  double took = (double)(at - call->sent) / 1e3;
  call->isOpen = 0;
  phase->open--;
  switch (code(frame + HEADER, length)) {
  case 0: return add(&phase->answered, took);
  case RESOURCE_EXHAUSTED: return add(&phase->refused, took);
  default: phase->failed++;
  }
}

static void receive(struct connection *from) {
  from->input = grow(from->input, &from->inputRoom, from->held + READ, 1);
  ssize_t got = recv(from->socket, from->input + from->held, READ, 0);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) errx(1, "the server has closed a connection");
  int64_t at = now();
  size_t count = from->held + (size_t)got, used = 0;
  while (count - used >= HEADER) {
    uint32_t length;
    memcpy(&length, from->input + used, 4);
    length = ntohl(length);
    if (length > LARGEST) errx(1, "a frame of %u bytes", length);
    if (count - used - HEADER < length) break;
    finish(from, from->input + used, length, at);
    used += HEADER + length;
  }
  from->held = count - used;
  memmove(from->input, from->input + used, from->held);
}

static void watch(struct connection *of, int operation) {
  struct epoll_event event = {.events = EPOLLIN | (of->unsent ? (uint32_t)EPOLLOUT : 0), .data.ptr = of};
  if (epoll_ctl(poller, operation, of->socket, &event)) err(1, "cannot watch a connection");
  of->waitsForRoom = of->unsent > 0;
}

static void flush(struct connection *to) {
  size_t done = 0;
  while (done < to->unsent) {
    ssize_t sent = send(to->socket, to->output + done, to->unsent - done, MSG_NOSIGNAL);
    if (sent < 0 && errno == EAGAIN) break;
    if (sent < 0) err(1, "cannot send");
    done += (size_t)sent;
  }
  to->unsent -= done;
  memmove(to->output, to->output + done, to->unsent);
  if ((to->unsent > 0) != to->waitsForRoom) watch(to, EPOLL_CTL_MOD);
}

static void issue(struct connection *to, const uint8_t *frame, size_t size, unsigned phase, int64_t at) {
  to->calls = grow(to->calls, &to->room, to->count + 1, sizeof *to->calls);
  to->calls[to->count] = (struct call){at, phase, 1};
  uint32_t stream = htonl((uint32_t)(2 * to->count++ + 1));
  to->output = grow(to->output, &to->outputRoom, to->unsent + size, 1);
  memcpy(to->output + to->unsent, frame, size);
  memcpy(to->output + to->unsent + 4, &stream, 4);
  to->unsent += size;
  phases[phase].sent++;
  phases[phase].open++;
  if (!to->waitsForRoom) flush(to);
}

static void wait_until(int64_t due) {
  struct epoll_event events[CONNECTIONS];
  int64_t left = due - now();
  struct timespec time = {0, left < 0 ? 0 : left > 10000000 ? 10000000 : left};
  int count = epoll_pwait2(poller, events, CONNECTIONS, &time, NULL);
  for (int i = 0; i < count; i++) {
    if (events[i].events & EPOLLOUT) flush(events[i].data.ptr);
    if (events[i].events & ~(uint32_t)EPOLLOUT) receive(events[i].data.ptr);
  }
}

static int ascending(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static double part(struct times *of, double share) {
  if (!of->count) return 0;
  qsort(of->values, of->count, sizeof *of->values, ascending);
  return of->values[(size_t)((double)(of->count - 1) * share)];
}

static void print(struct phase *of) {
  printf("{\"rate\": %.0f, \"seconds\": %g, \"sent\": %zu, \"answered\": %zu, \"refused\": %zu, \"failed\": %zu, \"lost\": %zu, "
         "\"p50_us\": %.0f, \"p99_us\": %.0f, \"max_us\": %.0f, \"refused_p50_us\": %.0f, \"refused_p99_us\": %.0f, \"late_us\": %.0f}\n",
         of->rate, of->seconds, of->sent, of->answered.count, of->refused.count, of->failed, of->open, part(&of->answered, 0.5),
         part(&of->answered, 0.99), part(&of->answered, 1), part(&of->refused, 0.5), part(&of->refused, 0.99), of->late);
}

static void dial(struct connection *to, int port) {
  int on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  to->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (to->socket < 0 || connect(to->socket, (struct sockaddr *)&address, sizeof address)) err(1, "cannot connect");
  setsockopt(to->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  ioctl(to->socket, FIONBIO, &on);
  watch(to, EPOLL_CTL_ADD);
}

static uint8_t *load(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) err(1, "%s", path);
  *size = (size_t)ftell(file);
  rewind(file);
  uint8_t *bytes = malloc(*size + 1);
  if (!bytes || fread(bytes, 1, *size, file) != *size || *size < HEADER) err(1, "%s", path);
  fclose(file);
  return bytes;
}

int main(int count, char **words) {
  if (count < 5 || count - 4 > PHASES) errx(64, "usage: offer PORT FRAMES CONNECTIONS RATE:SECONDS...");
  size_t size, next = 0, dealt = 0;
  uint8_t *frames = load(words[2], &size);
  connectionCount = atoi(words[3]);
  if (connectionCount < 1 || connectionCount > CONNECTIONS) errx(64, "1 to %d connections", CONNECTIONS);
  poller = epoll_create1(EPOLL_CLOEXEC);
  for (int i = 0; i < connectionCount; i++) dial(&connections[i], atoi(words[1]));
  int64_t begin = now();
  for (phaseCount = 0; phaseCount < count - 4; phaseCount++) {
    struct phase *phase = &phases[phaseCount];
    if (sscanf(words[phaseCount + 4], "%lf:%lf", &phase->rate, &phase->seconds) != 2 || phase->rate <= 0)
      errx(64, "%s is not RATE:SECONDS", words[phaseCount + 4]);
    double interval = 1e9 / phase->rate;
    size_t calls = (size_t)(phase->rate * phase->seconds);
    for (size_t call = 0; call < calls;) {
      int64_t due = begin + (int64_t)((double)call * interval), at = now();
      // What is due within 50 µs goes now: who sleeps less only burns the servers' time.
      if (due > at + 50000) {
        wait_until(due);
        continue;
      }
      if ((double)(at - due) / 1e3 > phase->late) phase->late = (double)(at - due) / 1e3;
      uint32_t length;
      memcpy(&length, frames + next, 4);
      size_t whole = HEADER + ntohl(length);
      if (next + whole > size) errx(1, "%s does not end with a whole frame", words[2]);
      issue(&connections[dealt++ % (size_t)connectionCount], frames + next, whole, (unsigned)phaseCount, at);
      next = next + whole + HEADER > size ? 0 : next + whole;
      // Answers are taken meanwhile, so that their times are not those of the next pause.
      if (++call % 16 == 0) wait_until(0);
    }
    begin += (int64_t)(phase->seconds * 1e9);
  }
  int64_t end = now() + 5000000000LL;
  size_t open = 1;
  while (open && now() < end) {
    wait_until(now() + 1000000);
    open = 0;
    for (int i = 0; i < phaseCount; i++) open += phases[i].open;
  }
  for (int i = 0; i < phaseCount; i++) print(&phases[i]);
}
