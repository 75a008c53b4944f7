namespace IspPortal.Infrastructure.Lab;

/// <summary>Settings of the lab, section <c>Lab</c>.</summary>
internal sealed record LabOptions
{
    public const string Section = "Lab";

    /// <summary>Whether there is a lab: emulated routers, sample data, sample accounts.</summary>
    public bool Enabled { get; init; }

    /// <summary>The emulated routers run in a process of their own (<c>dotnet run --project IspPortal.Web -- lab</c>); this one only uses them.</summary>
    public bool External { get; init; }

    /// <summary><c>demo</c>, <c>large</c> or <c>huge</c>.</summary>
    public string Profile { get; init; } = "demo";

    /// <summary>Password of the lab's accounts, and of the API users on its routers.</summary>
    public string Password { get; init; } = "Lab-2026!";

    /// <summary>Where the emulated routers listen.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Plain API port of the first router, the next ones follow; 0: any free port.</summary>
    public int BasePort { get; init; } = 18728;

    /// <summary>TLS API port of the first router, the next ones follow; 0: any free port.</summary>
    public int BaseTlsPort { get; init; } = 28728;

    /// <summary>Rows per second that a router prints, over all its API sessions; 0: as fast as it can.</summary>
    public int RowsPerSecond { get; init; } = 4_000;

    /// <summary>Requests that a router answers at once before it slows down; 0: no such knee.</summary>
    public int RequestBurst { get; init; }

    /// <summary>Requests per second beyond the burst.</summary>
    public int RequestsPerSecond { get; init; } = 130;
}
