using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Identity;

/// <summary>Adds audit rows of what changes no visible field (sign-in, passwords), to be saved with what they speak of.</summary>
internal static class IdentityAudit
{
    public const string SignedIn = "signed_in";
    public const string SignedOut = "signed_out";
    public const string SignInFailed = "sign_in_failed";
    public const string LockedOut = "locked_out";
    public const string PasswordSet = "password_set";
    public const string ResetAsked = "reset_asked";
    public const string Unlocked = "unlocked";
    public const string SessionsEnded = "sessions_ended";
    public const string RecoveryCodesMade = "recovery_codes_made";
    public const string RefreshTokenReused = "refresh_token_reused";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Record(PortalDbContext context, TimeProvider clock, Actor actor, string action, Guid? userId, object? details = null) =>
        context.Add(new AuditEntry
        {
            Id = Ids.New(clock),
            AtUtc = clock.UtcNow(),
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Address = actor.Address,
            Action = action,
            Entity = "user",
            EntityId = userId?.ToString(),
            AfterJson = details is null ? null : JsonSerializer.Serialize(details, Json),
        });
}
