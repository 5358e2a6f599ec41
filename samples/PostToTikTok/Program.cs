return await PostToTikTok.Commands.Create().Parse(args).InvokeAsync();
