namespace IspPortal.Core.Network.Imports;

/// <summary>One customer of an uploaded file. Null where the file says nothing.</summary>
/// <param name="Line">Its line in the file, the first being 1.</param>
/// <param name="Number">The customer number.</param>
/// <param name="Name">The name.</param>
/// <param name="Phone">The phone as written.</param>
/// <param name="Username">The account on the router.</param>
/// <param name="Profile">The profile of its plan: needed for a line that is isolated now.</param>
public sealed record CustomerRow(int Line, string? Number, string? Name, string? Phone, string? Username, string? Profile);
