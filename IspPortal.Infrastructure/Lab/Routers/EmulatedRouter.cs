using System.Net;
using System.Security.Cryptography.X509Certificates;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Commands;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>One emulated router on its two loopback ports: power, faults, what it knows.</summary>
internal sealed class EmulatedRouter : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly RouterStore? _store;
    private readonly RouterDoor _door;
    private TaskCompletionSource _speaks = Completed();
    private CancellationTokenSource? _boot;
    private bool _isPowered;

    public EmulatedRouter(RouterSpec spec, IPAddress host, int port, int tlsPort, LabNetworkTuning tuning, TimeProvider time, RouterStore? store, X509Certificate2 certificate)
    {
        _store = store;
        World = new(spec, time);
        Rows = new(tuning.RowsPerSecond, burst: 100);
        IsPaced = tuning.RowsPerSecond > 0;
        Requests = new(tuning.RequestBurst > 0 ? tuning.RequestsPerSecond : 0, tuning.RequestBurst);
        Commands = new(this);
        _door = new(this, host, port, tlsPort, certificate);
        World.ServicesChanged = _door.Open;
    }

    public string Name => World.Spec.Name;

    public RouterWorld World { get; }

    public FaultBoard Faults { get; } = new();

    public CommandRunner Commands { get; }

    /// <summary>How fast it prints.</summary>
    public RowPacer Rows { get; }

    public bool IsPaced { get; }

    /// <summary>How many requests it takes.</summary>
    public RowPacer Requests { get; }

    /// <summary>Removed items say <c>.dead=yes</c>, as an old manual has it, instead of <c>true</c>.</summary>
    public bool SaysDeadYes { get; set; }

    public int Port => _door.Port;

    public int TlsPort => _door.TlsPort;

    public bool IsPowered => _isPowered;

    public bool IsBooting => _boot is not null;

    /// <summary>Nothing is read or written: no power, booting, or the half-open fault.</summary>
    public bool IsSilent => !_speaks.Task.IsCompleted;

    public int ConnectionCount => _door.ConnectionCount;

    /// <summary>The SHA-256 thumbprint of its TLS certificate.</summary>
    public string CertificateSha256 => _door.CertificateSha256;

    /// <summary>Loads or makes its configuration, fills it with sessions and opens its ports.</summary>
    public void Start()
    {
        lock (World.Gate)
        {
            RouterSeeder.SeedSingletons(World);
            if (_store?.TryLoad(World) == true)
            {
                RouterSeeder.TakePassword(World);
            }
            else
            {
                RouterSeeder.Seed(World);
            }

            RouterSeeder.Attach(World);
            World.Access.Populate();
            World.IsDirty = false;
        }

        _isPowered = true;
        _door.Open();
    }

    /// <summary>Once a second: what is due happens, what changed is saved.</summary>
    public void Tick()
    {
        if (!_isPowered || IsBooting)
        {
            return;
        }

        lock (World.Gate)
        {
            World.Advance();
        }

        Save();
    }

    public void Save()
    {
        if (_store is null || !World.IsDirty)
        {
            return;
        }

        _store.Save(World);
    }

    public void Throw(LabFault fault)
    {
        switch (fault.Kind)
        {
            case LabFaultKind.Reboot when !_isPowered:
                return;
            case LabFaultKind.Reboot:
                GoDark();
                BootIn(fault.Duration);
                return;
            case LabFaultKind.CounterReset:
                lock (World.Gate)
                {
                    World.Access.ResetCounters();
                }

                return;
            default:
                Faults.Add(fault);
                break;
        }

        switch (fault.Kind)
        {
            case LabFaultKind.HalfOpen:
                Silence();
                break;
            case LabFaultKind.Fin or LabFaultKind.Refused:
                _door.AbortAll(reset: false);
                break;
            case LabFaultKind.SilentDrop:
                Silence();
                break;
        }

        _door.Open();
    }

    public void ClearFaults()
    {
        var wasSilent = Faults.Has(LabFaultKind.HalfOpen) || Faults.Has(LabFaultKind.SilentDrop) || Faults.Has(LabFaultKind.StallInWord);
        Faults.Clear();
        if (!_isPowered || IsBooting)
        {
            return;
        }

        if (wasSilent)
        {
            _door.AbortAll(reset: true);
        }

        _speaks.TrySetResult();
        _door.Open();
    }

    public void PowerOff()
    {
        _boot?.Cancel();
        _boot = null;
        GoDark();
    }

    public void PowerOn()
    {
        if (!_isPowered)
        {
            BootIn(World.Spec.BootTime);
        }
    }

    /// <summary>Waits until the router speaks again.</summary>
    public Task WhileSilentAsync(CancellationToken cancellationToken) => _speaks.Task.WaitAsync(cancellationToken);

    /// <summary>The tag to echo, unless the fault eats it.</summary>
    public string? TagOf(ApiRequest request) => Faults.Has(LabFaultKind.UntaggedReplies) ? null : request.Tag;

    public LabRouterStatus Status()
    {
        lock (World.Gate)
        {
            var isUp = _isPowered && !IsBooting;
            if (isUp)
            {
                World.Advance();
            }

            var (down, up) = isUp ? World.Access.RateAt(World.NowTicks) : (0, 0);
            return new(
                Name,
                World.Version.Short,
                World.Spec.Board,
                Port,
                TlsPort,
                _isPowered || IsBooting,
                IsBooting,
                isUp ? World.Access.Ppp.Count : 0,
                isUp ? World.Access.Hotspot.Count : 0,
                World.Access.Lines.Count,
                ConnectionCount,
                (long)(8 * down),
                (long)(8 * up),
                isUp ? (World.NowTicks - World.BootTicks) / TimeSpan.TicksPerSecond : 0,
                Faults.Active);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _boot?.Cancel();
        _door.Dispose();
        Save();
        _door.AbortAll(reset: false);
        _speaks.TrySetResult();
        var deadline = TimeProvider.System.GetTimestamp();
        while (ConnectionCount > 0 && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private void Silence()
    {
        lock (_gate)
        {
            if (_speaks.Task.IsCompleted)
            {
                _speaks = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>No power: packets to it vanish.</summary>
    private void GoDark()
    {
        Save();
        _isPowered = false;
        Silence();
        _door.Open();
    }

    private void BootIn(TimeSpan time)
    {
        var boot = new CancellationTokenSource();
        _boot = boot;
        _ = BootAsync();

        async Task BootAsync()
        {
            try
            {
                await Task.Delay(time, boot.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            // A rebooted router knows nothing of the old connections and resets them.
            _door.AbortAll(reset: true);
            lock (World.Gate)
            {
                World.Boot();
            }

            _boot = null;
            _isPowered = true;
            if (!Faults.Has(LabFaultKind.HalfOpen) && !Faults.Has(LabFaultKind.SilentDrop))
            {
                _speaks.TrySetResult();
            }

            _door.Open();
        }
    }
}
