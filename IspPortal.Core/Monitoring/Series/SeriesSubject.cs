namespace IspPortal.Core.Monitoring.Series;

/// <summary>What a series speaks of, in full.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The id; <see cref="Guid.Empty"/> for the network.</param>
/// <param name="Name">The interface's, pool's or target's name, or the MAC address; empty where the id says it all.</param>
public readonly record struct SeriesSubject(SeriesSubjectKind Kind, Guid Id, string Name = "")
{
    /// <summary>The subject of one access.</summary>
    public static SeriesSubject Access(Guid accessId) => new(SeriesSubjectKind.Access, accessId);

    /// <summary>The subject of one router.</summary>
    public static SeriesSubject Router(Guid routerId) => new(SeriesSubjectKind.Router, routerId);

    /// <summary>The subject of one interface.</summary>
    public static SeriesSubject Interface(Guid routerId, string name) => new(SeriesSubjectKind.Interface, routerId, name);

    /// <summary>The subject of one target that a router measures.</summary>
    public static SeriesSubject Probe(Guid routerId, string target) => new(SeriesSubjectKind.Probe, routerId, target);

    /// <summary>The subject of one wireless client.</summary>
    public static SeriesSubject WirelessClient(Guid routerId, string macAddress) => new(SeriesSubjectKind.WirelessClient, routerId, macAddress);

    /// <summary>The subject of one address pool.</summary>
    public static SeriesSubject Pool(Guid routerId, string name) => new(SeriesSubjectKind.Pool, routerId, name);

    /// <summary>The subject of one device that dials in at a router.</summary>
    public static SeriesSubject Dialer(Guid routerId, string macAddress) => new(SeriesSubjectKind.Dialer, routerId, macAddress);

    /// <summary>The whole network.</summary>
    public static SeriesSubject Network { get; } = new(SeriesSubjectKind.Network, Guid.Empty);
}
