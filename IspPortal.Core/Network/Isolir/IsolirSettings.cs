namespace IspPortal.Core.Network.Isolir;

/// <summary>Where isolated customers are led; a page of the settings. The names of profile and list are in <see cref="Provisioning.ProvisioningSettings"/>.</summary>
public sealed record IsolirSettings
{
    /// <summary>IPv4 address of the pay page as customers reach it; empty: the kit cannot be installed.</summary>
    public string LandingAddress { get; init; } = "";

    /// <summary>Port of the pay page, 1–65,535.</summary>
    public int LandingPort { get; init; } = 80;

    /// <summary>Names and addresses that isolated customers may reach besides: payment sites, one after the other with spaces between.</summary>
    public string AllowedHosts { get; init; } = "";

    /// <summary>The PPP account of the portal's own that proves the kit.</summary>
    public string TestUsername { get; init; } = "isolir-test";

    /// <summary>Whether every router with a kit is checked again each night; the test account dials anew for it.</summary>
    public bool Nightly { get; init; } = true;

    /// <summary>The hour of that check in the business zone, 0–23.</summary>
    public int CheckHour { get; init; } = 3;

    /// <summary><see cref="AllowedHosts"/> one by one.</summary>
    public IReadOnlyList<string> Hosts() => AllowedHosts.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
