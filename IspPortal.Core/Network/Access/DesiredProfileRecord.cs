using IspPortal.Core.Audit;

namespace IspPortal.Core.Network.Access;

/// <summary>A profile of one router that the portal keeps at a speed or on a list.</summary>
[Audited("router-profile")]
internal sealed class DesiredProfileRecord
{
    public Guid Id { get; set; }

    public Guid RouterId { get; set; }

    public AccessService Service { get; set; }

    public required string Name { get; set; }

    /// <summary>In RouterOS's words; null: not the portal's business.</summary>
    public string? RateLimit { get; set; }

    /// <summary>Empty: none; null: not the portal's business.</summary>
    public string? AddressList { get; set; }

    public string? OnlyOne { get; set; }

    public bool IsAdopted { get; set; }

    public string? LocalAddress { get; set; }

    public string? RemoteAddress { get; set; }

    /// <summary>The profile after which it is made where it is missing; null: none.</summary>
    public string? Like { get; set; }

    public long Version { get; set; }
}
