namespace IspPortal.Core.Network.Pairs;

/// <summary>Which lines of a pair are meant; null means all.</summary>
/// <param name="State">Only those in this state.</param>
/// <param name="ServedBy">Only those that this router of the two serves.</param>
/// <param name="Away">True: only those that are not served where they belong; false: only others.</param>
/// <param name="AccessIds">Only these.</param>
/// <param name="Search">Only those whose username contains this.</param>
public sealed record PairLineFilter(PairLineState? State = null, Guid? ServedBy = null, bool? Away = null, IReadOnlyCollection<Guid>? AccessIds = null, string? Search = null);
