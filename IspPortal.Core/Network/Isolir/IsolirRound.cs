namespace IspPortal.Core.Network.Isolir;

/// <summary>What checking many routers gave.</summary>
/// <param name="Green">Proven ones.</param>
/// <param name="Red">Those that are not in order.</param>
/// <param name="Failed">Those that could not be asked; they keep their last report.</param>
public sealed record IsolirRound(int Green, int Red, int Failed);
