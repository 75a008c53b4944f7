namespace IspPortal.Core.Network.Isolir;

/// <summary>One part of the kit on a router.</summary>
/// <param name="Part">Its stable name, e.g. <c>isolir-redirect</c>.</param>
/// <param name="Menu">Where it belongs.</param>
/// <param name="Verdict">How it was found.</param>
/// <param name="Detail">What differs, e.g. <c>dst-port=8080</c>, or the address of an entry; null without.</param>
public sealed record IsolirPartState(string Part, string Menu, IsolirVerdict Verdict, string? Detail = null);
