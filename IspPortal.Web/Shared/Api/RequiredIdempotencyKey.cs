namespace IspPortal.Web.Shared.Api;

/// <summary>Marks endpoints that move money or touch a router: see <see cref="IdempotentRequests"/>.</summary>
internal sealed class RequiredIdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const int MaxLength = 128;

    public static RequiredIdempotencyKey Instance { get; } = new();
}
