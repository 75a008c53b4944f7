namespace IspPortal.Core.Network.Backups;

/// <summary>A line of a difference.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="From">Its number in the first text, from 1; null when it is not there.</param>
/// <param name="To">Its number in the second text, from 1; null when it is not there.</param>
/// <param name="Text">The line.</param>
public sealed record DifferenceLine(DifferenceKind Kind, int? From, int? To, string Text);
