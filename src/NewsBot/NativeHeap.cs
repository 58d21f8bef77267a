using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace NewsBot;

/// <summary>
/// Gives back what the C library keeps of memory that TLS and SQLite have freed: glibc returns an arena only from its top, so that a burst of a thousand connections
/// would stay resident for ever (60 of 210 MB, src/notes/performance.md). Other C libraries have no such call, and need none.
/// </summary>
internal sealed class NativeHeap(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>CPU time since the last look. A bot that waits has nothing to give back and shall not be woken for it.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(0.25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            var (trimmed, isFirst) = (TimeSpan.Zero, true);
            using var timer = new PeriodicTimer(Every, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var used = Environment.CpuUsage.TotalTime;
                if (used - trimmed < Busy) continue;
                trimmed = used;
                // Certificates and the like are freed by their finalizers, and the collector does not see how much hangs on them. The first time is after the start, whose
                // garbage is most of a small heap, and worth a pause.
                if (isFirst) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                else GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
                isFirst = false;
                _ = Trim(0);
            }
        }
        catch (Exception failure) when (failure is EntryPointNotFoundException or DllNotFoundException or OperationCanceledException)
        {
        }
    }

    // https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nint pad);
}
