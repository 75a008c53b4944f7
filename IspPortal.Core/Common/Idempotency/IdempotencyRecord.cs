namespace IspPortal.Core.Common.Idempotency;

/// <summary>One key of one caller. Neither key nor body is stored: the body's hash is keyed with the key, so nobody can try passwords against it.</summary>
internal sealed class IdempotencyRecord
{
    public required Guid Id { get; init; }

    public required string Caller { get; init; }

    public required string KeyHash { get; init; }

    public required string Operation { get; init; }

    public required string BodyHash { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When the answer was stored; null while the request is being carried out.</summary>
    public DateTime? CompletedAtUtc { get; set; }

    public int? StatusCode { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public string? Body { get; set; }
}
