namespace IspPortal.Core.Monitoring;

/// <summary>One line of a router's log.</summary>
/// <param name="ReadAtUtc">When it reached the portal.</param>
/// <param name="RouterTime">The time as the router printed it, in its own zone.</param>
/// <param name="Topics">e.g. <c>pppoe,ppp,info</c>.</param>
/// <param name="Message">The text.</param>
public sealed record RouterLogLine(DateTime ReadAtUtc, string RouterTime, string Topics, string Message);
