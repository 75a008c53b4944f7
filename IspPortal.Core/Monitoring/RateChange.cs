namespace IspPortal.Core.Monitoring;

/// <summary>An access whose rate changed much.</summary>
/// <param name="AccessId">Whose.</param>
/// <param name="Username">As the router knows it.</param>
/// <param name="RouterName">On which router.</param>
/// <param name="BeforeBitsPerSecond">Download about five minutes ago.</param>
/// <param name="NowBitsPerSecond">Download now.</param>
public sealed record RateChange(Guid AccessId, string Username, string RouterName, long BeforeBitsPerSecond, long NowBitsPerSecond);
