namespace IspPortal.Core.Network.Access;

/// <summary>One router of an owned line.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Role">What it is to the line.</param>
/// <param name="MayAdopt">Whether an unowned item of that name there may be taken over.</param>
/// <param name="AppliedState">What it was last seen or made to hold; null: never compared.</param>
/// <param name="AppliedAtUtc">When, or null.</param>
/// <param name="PasswordIsPending">The password was changed and this router does not have it yet.</param>
public sealed record OwnedPlacement(Guid RouterId, string RouterName, PlacementRole Role, bool MayAdopt, AccessState? AppliedState, DateTime? AppliedAtUtc, bool PasswordIsPending);
