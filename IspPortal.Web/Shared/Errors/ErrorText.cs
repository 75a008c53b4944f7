using System.Collections.Frozen;
using System.Reflection;
using IspPortal.Core.Common.Results;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Shared.Errors;

/// <summary>Turns an error's code into sentences of the reader's language.</summary>
internal sealed class ErrorText(IStringLocalizerFactory localizers)
{
    private const int MostPlaceholders = 6;

    private static readonly FrozenDictionary<string, Type> Sources = typeof(ErrorText).Assembly.GetTypes()
        .Select(type => (Type: type, type.GetCustomAttribute<ErrorTextsAttribute>()?.Prefix))
        .Where(source => source.Prefix is not null)
        .ToFrozenDictionary(source => source.Prefix!, source => source.Type);

    public ErrorSentence Of(Error error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Of(error.Code, error.Arguments) with { Detail = error.Detail };
    }

    public ErrorSentence Of(string code) => Of(code, []);

    /// <summary>The sentence of one field's failure.</summary>
    public string Of(FieldError field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Of(field.Code, field.Arguments).WhatHappened;
    }

    private ErrorSentence Of(string code, IReadOnlyList<object?> arguments)
    {
        // Where only the code was kept (an alert), the placeholders stay open.
        var values = arguments.Select(value => value ?? "").Concat(Enumerable.Repeat<object>("…", MostPlaceholders)).ToArray();
        if (Sources.TryGetValue(code.Split('.')[0], out var source))
        {
            var texts = localizers.Create(source);
            var text = texts[code, values];
            if (!text.ResourceNotFound)
            {
                var help = texts[code + ".do", values];
                return new ErrorSentence(text.Value, help.ResourceNotFound ? "" : help.Value, code, null);
            }
        }

        var general = localizers.Create(typeof(CommonErrorTexts));
        return new ErrorSentence(general["common.unexpected"], general["common.unexpected.do"], code, null);
    }
}
