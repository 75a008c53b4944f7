namespace IspPortal.Infrastructure.Lab;

/// <summary>Settings of the lab, section <c>Lab</c>.</summary>
internal sealed class LabOptions
{
    public const string Section = "Lab";

    /// <summary>Whether there is a lab: emulated routers, sample data, sample accounts.</summary>
    public bool Enabled { get; set; }

    /// <summary>The emulated routers run in a process of their own (<c>dotnet run --project IspPortal.Web -- lab</c>); this one only uses them.</summary>
    public bool External { get; set; }

    /// <summary><c>demo</c>, <c>large</c> or <c>huge</c>.</summary>
    public string Profile { get; set; } = "demo";

    /// <summary>Password of the lab's accounts, and of the API users on its routers.</summary>
    public string Password { get; set; } = "Lab-2026!";

    /// <summary>Where the emulated routers listen.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Plain API port of the first router, the next ones follow; 0: any free port.</summary>
    public int BasePort { get; set; } = 18728;

    /// <summary>TLS API port of the first router, the next ones follow; 0: any free port.</summary>
    public int BaseTlsPort { get; set; } = 28728;

    /// <summary>Rows per second that a router prints, over all its API sessions; 0: as fast as it can.</summary>
    public int RowsPerSecond { get; set; } = 4_000;

    /// <summary>Requests that a router answers at once before it slows down; 0: no such knee.</summary>
    public int RequestBurst { get; set; }

    /// <summary>Requests per second beyond the burst.</summary>
    public int RequestsPerSecond { get; set; } = 130;
}
