using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>What to plan for lines of a pair.</summary>
/// <param name="Action">declareTwins, withdrawTwins, moveToPartner, moveBack, cleanUp or align; required.</param>
/// <param name="AccessIds">Only these lines, up to 5,000; without it every line that the action is about.</param>
/// <param name="State">Only lines in this state.</param>
/// <param name="Search">Only lines whose username contains this.</param>
/// <param name="Reason">Why, up to 500 characters; required for a plan.</param>
/// <param name="Kicks">When sessions feel it; without it right after each change.</param>
/// <param name="MayAdopt">Unowned items of the lines' names that are already on the other router may be taken over.</param>
internal sealed record PairActionBody(
    PairAction? Action = null,
    IReadOnlyList<Guid>? AccessIds = null,
    PairLineState? State = null,
    string? Search = null,
    string? Reason = null,
    KickPolicy? Kicks = null,
    bool MayAdopt = false);
