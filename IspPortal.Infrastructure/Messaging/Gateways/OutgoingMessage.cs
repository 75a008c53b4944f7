namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>A message as it goes out.</summary>
/// <param name="Id">The portal's own id.</param>
/// <param name="Event">What it tells.</param>
/// <param name="Address">Where to.</param>
/// <param name="Name">To whom, or null.</param>
/// <param name="Subject">Of e-mail; else null.</param>
/// <param name="Text">The text.</param>
internal sealed record OutgoingMessage(Guid Id, string Event, string Address, string? Name, string? Subject, string Text)
{
    /// <summary>Whether one may opt out of it.</summary>
    public bool IsMarketing { get; init; }

    /// <summary>The fields, for machines.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The files that go along.</summary>
    public IReadOnlyList<(string FileName, string MediaType, Stream Content)> Files { get; init; } = [];

    /// <summary>The approved template of the Cloud API with what fills its places, or null.</summary>
    public (string Name, string Language, IReadOnlyList<string> Fills)? Cloud { get; init; }

    /// <summary>Whether the receiver wrote within the last 24 hours.</summary>
    public bool MayBeFree { get; init; }
}
