namespace IspPortal.Core.Mapping.Live;

/// <summary>One of several lines at one place.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Label">Whose it is, as far as the reader may know.</param>
/// <param name="State">How it stands.</param>
public sealed record MapLineRow(Guid AccessId, string Label, MapLineState State);
