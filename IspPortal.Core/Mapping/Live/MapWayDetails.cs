namespace IspPortal.Core.Mapping.Live;

/// <summary>What the panel of a cable or radio link says.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsRadio">A radio link; else a cable.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromId">The node where it begins.</param>
/// <param name="FromName">That node's name.</param>
/// <param name="ToId">The node where it ends.</param>
/// <param name="ToName">That node's name.</param>
/// <param name="LengthMetres">Of a cable with its spare loops, of a radio link the straight way.</param>
/// <param name="Cores">Of a cable; else null.</param>
/// <param name="CapacityMegabits">Of a radio link what it carries; null: not said.</param>
/// <param name="Owner">Whose the cable is; null: our own.</param>
public sealed record MapWayDetails(Guid Id, bool IsRadio, string Name, Guid FromId, string FromName, Guid ToId, string ToName, double LengthMetres, int? Cores, int? CapacityMegabits, string? Owner);
