namespace IspPortal.Core.Network.Pairs;

/// <summary>What an action would mean. The routers were read; nothing was changed, neither there nor in the portal.</summary>
/// <param name="Lines">Lines that are meant.</param>
/// <param name="Able">Those it can be done for; the others stay as they are.</param>
/// <param name="New">Of these, those that are made anew on a router.</param>
/// <param name="Steps">Steps on the routers that could be read, kicks included.</param>
/// <param name="Kicks">Sessions that end there.</param>
/// <param name="Obstacles">Why the others cannot, most first.</param>
/// <param name="UnreadRouter">The name of a router whose part is planned when it is back; null: all were read.</param>
public sealed record PairPreview(int Lines, int Able, int New, int Steps, int Kicks, IReadOnlyList<PairObstacle> Obstacles, string? UnreadRouter);
