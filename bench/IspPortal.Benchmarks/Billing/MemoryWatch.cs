using System.Diagnostics;

namespace IspPortal.Benchmarks.Billing;

/// <summary>Looks at the memory of this process four times a second.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private long _most;

    public MemoryWatch() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));

    /// <summary>The most that was seen.</summary>
    public long MostBytes => Interlocked.Read(ref _most);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        Interlocked.Exchange(ref _most, Math.Max(Interlocked.Read(ref _most), process.WorkingSet64));
    }
}
