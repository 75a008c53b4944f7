namespace IspPortal.Core.Monitoring.Series;

/// <summary>What a series speaks of, in full.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The id; <see cref="Guid.Empty"/> for the network.</param>
/// <param name="Name">The interface's name for <see cref="SeriesSubjectKind.Interface"/>; otherwise empty.</param>
public readonly record struct SeriesSubject(SeriesSubjectKind Kind, Guid Id, string Name = "")
{
    /// <summary>The subject of one access.</summary>
    public static SeriesSubject Access(Guid accessId) => new(SeriesSubjectKind.Access, accessId);

    /// <summary>The subject of one router.</summary>
    public static SeriesSubject Router(Guid routerId) => new(SeriesSubjectKind.Router, routerId);

    /// <summary>The subject of one interface.</summary>
    public static SeriesSubject Interface(Guid routerId, string name) => new(SeriesSubjectKind.Interface, routerId, name);

    /// <summary>The whole network.</summary>
    public static SeriesSubject Network { get; } = new(SeriesSubjectKind.Network, Guid.Empty);
}
