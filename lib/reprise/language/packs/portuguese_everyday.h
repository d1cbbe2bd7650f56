// The everyday words of Portuguese: those of which everyday language has at least a hundred in a
// million, function words apart. That two texts both hold one of them says little.
//
// Source: wordfreq 3.1 (Robyn Speer 2022, doi:10.5281/zenodo.7199437), which counts books,
// subtitles, news, encyclopaedias and the web.
#pragma once

#include <string_view>

namespace reprise::detail::portuguese {

constexpr std::string_view everyday_words =
    "abaixo abril acabar acabou acesso acha achei acho acima acontece acontecer aconteceu "
    "acordo acredito agora agosto ajuda ajudar algo alguém alta alto altura amanhã ambiente "
    "ambos americano amigo amigos amo amor américa and animais ano anos antes apesar apoio "
    "aprender armas arte artigo associação assunto ataque atenção atividades através atrás "
    "atual atualmente aumento autor ação ações bairro baixo banco banda base bastante blog "
    "boa boas boca bom branco brasil brasileira brasileiro brasileiros busca cabelo cabeça "
    "café cama caminho campanha campo canal capital cara carlos carro casa casamento caso "
    "casos causa central centro cerca certa certeza certo chama chamada chamado chamar chefe "
    "chega chegar chegou cidade cidades cima cinco civil claro clube coisa coisas colocar "
    "comer começa começar começou comida comigo comissão companhia comprar comum comunicação "
    "comunidade condições conhecer conhecido conhecimento consegue conseguir conseguiu "
    "conselho consigo construção conta contar conteúdo continua continuar controle copa "
    "coração corpo costa criança crianças criar criação crime cultura cultural curso câmara "
    "código dados dando daqui dar data decisão defesa deixa deixar deixou demais dentro "
    "desculpa desenvolvimento dessas desses deu deus devido dez dezembro dia dias diferente "
    "diferentes diferença difícil digital dinheiro direito direitos diretor direção disse "
    "disso diversas diversos diz dizem dizendo dizer dois domingo dor dormir duas economia "
    "edição educação empresa empresas encontra encontrar encontro energia ensino entanto "
    "entender entrada entrar equipe errado escola escolha espaço especial especialmente "
    "espera esperar espero estados estamos estilo estudo estudos etc eua europa evento "
    "eventos exemplo existe existem experiência exército facebook faculdade fala falando "
    "falar falou falta família fase fato favor fazem fazendo faça faço federal feira feita "
    "feito feliz festa fevereiro fez fica ficar ficou filha filho filhos filme filmes fim "
    "final finalmente fiquei fiz fizeram fogo fonte for fora forma formação forte força "
    "forças foto fotos frente fui fundo futebol futuro fácil ganhar gente geral globo gosta "
    "gostaria gosto governo grande grandes graças grupo grupos guerra história hoje homem "
    "homens hora horas hospital http humano humanos idade ideia igreja imagem imagens importa "
    "importante importantes incluindo indo informação informações inglês instituto interesse "
    "interior internacional internet início irmã irmão irá janeiro jeito jesus jogar jogo "
    "jogos john jornal josé jovem jovens joão julho junho junto juntos justiça lado las legal "
    "lei lembra ler leva levar levou liberdade licença liga linda linha lista livre livro "
    "livros locais local longe longo los lugar luta luz líder língua maio maior maiores "
    "maioria mal maneira manhã manter mar maria março massa medo meio melhor melhores membros "
    "mensagem mente mercado meses mil milhões militar ministro ministério minutos missão "
    "modelo modo momento monte morrer morreu morte mortos mostra mostrar motivo movimento "
    "mudança mudar mulher mulheres mundial mundo municipal município mãe mão mãos média "
    "médico médio mês música nacional nada natal negócio negócios ninguém noite nome normal "
    "norte nota notícias nova novamente novas novembro novo novos nível número objetivo obra "
    "obras obrigada obrigado oficial olha olhar olhos online ontem opinião oportunidade ordem "
    "organização original ouro outubro ouvir pagar pai pais palavra palavras papel parar "
    "parece parte partes participação partido partir passa passado passar passo passou paulo "
    "paz país países pedir pedro pegar pena pensa pensando pensar pequena pequeno perder "
    "pergunta perto período pesquisa pessoa pessoal pessoas pior plano podemos poder polícia "
    "política político ponto pontos popular população porta porto portugal português posição "
    "possa posso possui possível povo pra praia precisa preciso presente presença presidente "
    "preço primeira primeiro primeiros principais principal principalmente prisão problema "
    "problemas processo produção professor profissional programa projeto projetos prova "
    "prêmio própria próprio próxima próximo página pública público qualidade qualquer quarta "
    "quarto quatro quer querem queria quero questão quiser razão reais real realidade "
    "realmente receber recebeu recursos rede redes região rei relação relações república "
    "respeito responsável resposta resto resultado resultados revista rio rua rádio rápido "
    "sabe sabem saber sabia sai sair sala santa santos saúde seguinte seguir segunda "
    "segurança sei seis seleção semana semanas sempre senhor senhora sentido sentir serem "
    "serviço serviços sete setembro sexta show significa silva simples simplesmente sinto "
    "sistema site situação sociais social sociedade sol sorte sucesso sul super superior "
    "sábado série sério talvez tarde tecnologia televisão tema temos tempo tempos tendo tenho "
    "tentando tentar teria termos terra terá texto the time tipo tirar tive tivesse tomar "
    "tornar tornou total trabalhar trabalho tradução trata tribunal trás três tudo twitter "
    "título unidos universidade união usando usar uso vale valor vamos veio veja vejo velho "
    "vem ver verdade verde versão vez vezes via viagem vida vir visita vista visto vitória "
    "viu viver vivo volta voltar vontade votos vou voz vídeo you zona água área áreas época "
    "última último últimos única único";

}  // namespace reprise::detail::portuguese
