using System.Diagnostics.CodeAnalysis;

namespace IspPortal.Core.Common.Results;

/// <summary>The outcome of an operation that may fail in an expected way.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The failure, or null when the operation succeeded.</summary>
    public Error? Error { get; }

    /// <summary>True when there is no <see cref="Error"/>.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The success without a value.</summary>
    public static Result Success => default;

    /// <summary>A success with a value: for interfaces, which convert to no result by themselves.</summary>
    public static Result<T> Of<T>(T value) => value;

    /// <summary>A failure.</summary>
    public static Result Fail(Error error) => new(error);

    /// <summary>A failure.</summary>
    public static implicit operator Result(Error error) => new(error);
}
