using System.Text;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>A customer of the sample ISP and the line sold to them.</summary>
internal sealed record SampleSubscriber
{
    /// <summary>From 0 over the whole ISP; everything else follows from it and the router.</summary>
    public required int Index { get; init; }

    public required int RouterIndex { get; init; }

    /// <summary>Person, or contact person of a company.</summary>
    public required string FullName { get; init; }

    /// <summary>Company name, or null for a person.</summary>
    public string? Company { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    public required string Email { get; init; }

    public required string Street { get; init; }

    public required string Town { get; init; }

    public required double Latitude { get; init; }

    public required double Longitude { get; init; }

    public required SamplePlan Plan { get; init; }

    public required DateOnly InstalledOn { get; init; }

    /// <summary>User name as a person reads it; for a static line the name of its queue.</summary>
    public required string Username { get; init; }

    /// <summary>Whoever typed the name had an old WinBox: on the router it is Latin-1, not UTF-8.</summary>
    public bool IsLatin1OnRouter { get; init; }

    public required string Password { get; init; }

    /// <summary>MAC address of the customer's device.</summary>
    public required string CallerId { get; init; }

    /// <summary>A fixed address, or null.</summary>
    public string? FixedAddress { get; init; }

    public AccessKind Kind => Plan.Kind;

    /// <summary>The user name in the emulator's one-char-per-byte form.</summary>
    public string RouterUsername => IsLatin1OnRouter ? Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(Username)) : RosText.FromText(Username);
}
