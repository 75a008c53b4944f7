using System.Diagnostics.CodeAnalysis;

namespace IspPortal.Core.Common.Results;

/// <summary>The outcome of an operation that gives a <typeparamref name="T"/> or fails in an expected way.</summary>
/// <typeparam name="T">What success gives.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>The failure, or null when the operation succeeded.</summary>
    public Error? Error { get; }

    /// <summary>True when there is a <see cref="Value"/>.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The value. Asking a failure for it is a broken promise and throws.</summary>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"No value: {Error}");

    /// <summary>The value, or <paramref name="fallback"/> on failure.</summary>
    public T? ValueOr(T? fallback) => Error is null ? _value : fallback;

    /// <summary>The same outcome without the value.</summary>
    public Result WithoutValue() => Error is null ? Result.Success : Error;

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
