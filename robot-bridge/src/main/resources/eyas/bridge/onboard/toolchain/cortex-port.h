/* Output of the replay on an emulated Cortex-M: semihosting. */
#include <stddef.h>
#include <stdint.h>

static uint32_t port_handle;

static int32_t port_call(uint32_t operation, const void *argument)
{
  register uint32_t r0 __asm__("r0") = operation;
  register const void *r1 __asm__("r1") = argument;
  __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
  return (int32_t)r0;
}

static void port_open(void)
{
  static const char name[] = ":tt";
  const uint32_t block[3] = {(uint32_t)name, 4u, 3u}; /* SYS_OPEN, "w": standard output */
  port_handle = (uint32_t)port_call(0x01u, block);
}

static void port_write(const void *data, size_t size)
{
  const uint32_t block[3] = {port_handle, (uint32_t)data, size}; /* SYS_WRITE */
  (void)port_call(0x05u, block);
}

static int port_exit(int code)
{
  const uint32_t block[2] = {0x20026u, (uint32_t)code}; /* SYS_EXIT_EXTENDED */
  (void)port_call(0x20u, block);
  return code;
}
