/* Start of a program on an emulated Cortex-M: vectors, FPU, memory, main. */
#include <stdint.h>

extern uint32_t stack_top, data_source, data_begin, data_end, bss_begin, bss_end;
int main(void);
void reset(void);

__attribute__((section(".vectors"), used)) static const void *const vectors[2] = {&stack_top, (const void *)reset};

void reset(void)
{
  const uint32_t *from = &data_source;
  uint32_t *to;
  *(volatile uint32_t *)0xE000ED88u |= 0xFu << 20; /* CPACR: the FPU may be used */
  __asm__ volatile("dsb\n isb");
  for (to = &data_begin; to < &data_end;) {
    *to++ = *from++;
  }
  for (to = &bss_begin; to < &bss_end;) {
    *to++ = 0u;
  }
  (void)main();
  for (;;) {
  }
}
