using IspPortal.Core.Network.Pairs;

namespace IspPortal.Web.Features.Routers.Parts;

/// <summary>What somebody wants to do with which lines of a pair.</summary>
public sealed record PairChoice(PairAction Action, PairLineFilter Lines);
