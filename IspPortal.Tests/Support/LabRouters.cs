using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Traffic;

namespace IspPortal.Tests.Support;

/// <summary>
/// Emulated routers on free ports with a folder of their own: <c>await using var lab = LabRouters.Start("7.24", sessions: 50);</c>, then <c>lab.Router.Port</c>.
/// Users: <c>portal</c> (full), <c>reader</c> (read), <c>noapi</c>, <c>nosensitive</c>, <c>noftp</c>, all with <see cref="Password"/>.
/// </summary>
internal sealed class LabRouters : IAsyncDisposable
{
    public const string User = SampleRouter.PortalUser;
    public const string Password = "Lab-2026!";

    private readonly string _folder;
    private readonly bool _keepsFolder;

    private LabRouters(TimeProvider time, LabNetworkTuning? tuning, string? folder)
    {
        _keepsFolder = folder is not null;
        _folder = folder ?? Directory.CreateTempSubdirectory("lab-").FullName;
        Network = new(time, _folder, tuning);
    }

    public LabNetwork Network { get; }

    /// <summary>Configuration and certificates are here.</summary>
    public string Folder => _folder;

    /// <summary>The first router.</summary>
    public EmulatedRouter Router => Network.Routers[0];

    public IReadOnlyList<EmulatedRouter> Routers => Network.Routers;

    /// <summary>Starts routers: all subscribers online and steady unless habits say otherwise; the world runs on <paramref name="time"/>.</summary>
    public static LabRouters Start(
        string version = "7.18",
        int sessions = 20,
        int routers = 1,
        TimeProvider? time = null,
        ModemHabits? habits = null,
        LabNetworkTuning? tuning = null,
        string? folder = null,
        int radioClients = 0) => Start([.. Enumerable.Repeat(version, routers)], sessions, time, habits, tuning, folder, radioClients: radioClients);

    /// <summary>One router per version; <paramref name="first"/> is the number among the sample's routers whose subscribers the first one has.</summary>
    public static LabRouters Start(
        IReadOnlyList<string> versions,
        int sessions = 20,
        TimeProvider? time = null,
        ModemHabits? habits = null,
        LabNetworkTuning? tuning = null,
        string? folder = null,
        int first = 0,
        int radioClients = 0)
    {
        var lab = new LabRouters(time ?? TimeProvider.System, tuning, folder);
        for (var i = 0; i < versions.Count; i++)
        {
            var name = $"RTR-TEST-{i + 1}";
            lab.Network.Add(new(name, LabVersion.Find(versions[i]), Noise.SeedOf(name))
            {
                Number = first + i + 1,
                Subscribers = SampleIsp.SubscribersOf(first + i, sessions),
                Habits = habits ?? ModemHabits.Steady,
                BootTime = TimeSpan.FromMilliseconds(200),
                Board = radioClients > 0 ? "RB4011iGS+5HacQ2HnD" : "CCR2004-1G-12S+2XS",
                RadioClients = radioClients,
            });
        }

        return lab;
    }

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        if (!_keepsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
