using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Pairs;

/// <summary>What is to be planned for lines of a pair.</summary>
/// <param name="Action">What.</param>
/// <param name="Lines">For which of the lines that the action is about.</param>
/// <param name="Reason">Why, in a person's words; 1–500 characters. Not asked for by a preview.</param>
/// <param name="Kicks">When sessions feel it; null: right after each change.</param>
/// <param name="MayAdopt">Unowned items of the lines' names that are already on the other router may be taken over.</param>
public sealed record PairRequest(PairAction Action, PairLineFilter Lines, string? Reason = null, KickPolicy? Kicks = null, bool MayAdopt = false);
